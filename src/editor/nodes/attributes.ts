/** A text attribute that travels in HTML as `data-…`, so that a copy inside the editor keeps it. */
export function textAttribute(name: string) {
  return {
    default: '',
    parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
    renderHTML: (attributes: Record<string, unknown>): Record<string, unknown> =>
      attributes[name] === '' ? {} : { [`data-${name}`]: attributes[name] },
  };
}

/** An attribute of any JSON shape, as `data-…`; what cannot be read, or is refused by `accepts`, is the default. */
export function jsonAttribute<T>(name: string, fallback: T, accepts: (value: unknown) => boolean) {
  return {
    default: fallback,
    parseHTML: (element: HTMLElement): unknown => {
      const text = element.getAttribute(`data-${name}`);
      if (text === null) return fallback;
      try {
        const value: unknown = JSON.parse(text);
        return accepts(value) ? value : fallback;
      } catch (error) {
        if (error instanceof SyntaxError) return fallback;
        throw error;
      }
    },
    renderHTML: (attributes: Record<string, unknown>): Record<string, string> =>
      attributes[name] === fallback ? {} : { [`data-${name}`]: JSON.stringify(attributes[name]) },
  };
}
