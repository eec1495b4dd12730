// The contract of a page with an editor on it, for the measuring side: `self.peer.mount(html)` answers once the text
// stands in the page; the element that a person types in is then marked `data-bench="body"`.

/** @param {(html: string, place: HTMLElement) => HTMLElement | Promise<HTMLElement>} mount */
export function offer(mount) {
  self.peer = {
    async mount(html) {
      const place = document.querySelector('#text');
      const editable = await mount(html, place);
      // Not its role or label: some editors write those anew when the focus comes.
      editable.dataset.bench = 'body';
    },
  };
}
