// Runs in a page. Out: the words that can be seen on it, as a reader of screens should find them.

/** Of text nodes, fields and chosen options; what lies under something else, or beyond the window, is not seen. */
export function listWords(): string[] {
  const words: string[] = [];
  const isShown = (box: DOMRect, owner: Element): boolean => {
    if (box.width === 0 || box.right > window.innerWidth || box.bottom > window.innerHeight) return false;
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return top !== null && (owner.contains(top) || top.contains(owner));
  };
  const add = (text: string, owner: Element): void => {
    const isUpper = getComputedStyle(owner).textTransform === 'uppercase';
    words.push(isUpper ? text.toUpperCase() : text);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (owner === null || ['STYLE', 'SCRIPT', 'OPTION', 'TEXTAREA'].includes(owner.tagName)) continue;
    for (const { 0: text, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      if (isShown(range.getBoundingClientRect(), owner)) add(text, owner);
    }
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type=checkbox]), select, textarea')) {
    const chosen = field instanceof HTMLSelectElement ? field.selectedOptions[0]?.textContent : field.value;
    const isCut = field.scrollWidth > field.clientWidth || field.scrollHeight > field.clientHeight + 2;
    if (isCut || !isShown(field.getBoundingClientRect(), field)) continue;
    for (const text of (chosen || field.placeholder || '').split(/\s+/)) if (text !== '') add(text, field);
  }
  return words;
}
