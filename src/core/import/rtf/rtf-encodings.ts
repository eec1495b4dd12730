/** WHATWG labels of the code pages that RTF names. */
const pages: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};
/** Character sets of fonts (`\fcharset`) as code pages. */
const charsets: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** The encoding of a code page; windows-1252, which RTF starts from, for one that nobody knows. */
export function encodingOfPage(page: number): string {
  return pages[page] ?? (page >= 1250 && page <= 1258 ? `windows-${String(page)}` : 'windows-1252');
}

/** The encoding of a font's character set; undefined where the file's own holds. */
export function encodingOfCharset(charset: number): string | undefined {
  const page = charsets[charset];
  return page === undefined ? undefined : encodingOfPage(page);
}
