// Runs inside VS Code's window, before its own scripts; the workbench page object calls it.
(() => {
  const plain = (text) => text.replace(/[\u00a0\u200b]/g, (c) => (c === '\u00a0' ? ' ' : ''));
  const editor = () =>
    document.querySelector('.editor-group-container.active .editor-instance .monaco-editor') ??
    document.querySelector('.editor-instance .monaco-editor');

  /** The rectangles of the nth occurrence of a text in the lines on screen, one a piece of a line. */
  const find = (text, nth) => {
    const lines = [...(editor()?.querySelectorAll('.view-lines > .view-line') ?? [])].sort(
      (a, b) => parseFloat(a.style.top) - parseFloat(b.style.top),
    );
    for (const line of lines) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const nodes = [];
      let whole = '';
      while (walker.nextNode()) {
        nodes.push({ node: walker.currentNode, start: whole.length });
        whole += walker.currentNode.data.replaceAll('\u00a0', ' ');
      }
      let at = whole.indexOf(text);
      while (at >= 0 && nth-- > 0) at = whole.indexOf(text, at + 1);
      if (at < 0) continue;
      const locate = (offset) => {
        const { node, start } = nodes.findLast((each) => each.start <= offset);
        return [node, offset - start];
      };
      const range = document.createRange();
      range.setStart(...locate(at));
      const [last, lastOffset] = locate(at + text.length - 1);
      range.setEnd(last, lastOffset + 1);
      return range;
    }
    return undefined;
  };

  const box = ({ x, y, width, height }) => ({ x, y, width, height });

  const rectangle = (text, nth) => {
    const range = find(text, nth);
    return range && box(range.getBoundingClientRect());
  };

  /** What is drawn on a text: the extension's decorations, behind the text and on the text itself. */
  const decorations = (text, nth) => {
    const range = find(text, nth);
    if (!range) return undefined;
    const rect = range.getBoundingClientRect();
    const behind = [...editor().querySelectorAll('.view-overlays [class*="ced-"]')].filter(
      (each) => {
        const other = each.getBoundingClientRect();
        const shared = Math.min(rect.right, other.right) - Math.max(rect.left, other.left);
        return shared > 2 && other.top < rect.bottom - 2 && other.bottom > rect.top + 2;
      },
    );
    const on = [...editor().querySelectorAll('.view-lines [class*="ced-"]')].filter((each) =>
      range.intersectsNode(each),
    );
    return [...behind, ...on].map((each) => {
      const style = getComputedStyle(each);
      return {
        className: [...each.classList].filter((name) => name.startsWith('ced-')).join(' '),
        text: plain(each.textContent),
        color: style.color,
        background: style.backgroundColor,
        border: style.border,
        underline: `${style.textDecorationLine} ${style.textDecorationStyle}`,
        opacity: Number(style.opacity),
        weight: style.fontWeight,
        slant: style.fontStyle,
      };
    });
  };

  const texts = (selector) =>
    [...document.querySelectorAll(selector)].map((each) => plain(each.innerText).trim());

  const lines = (selector) =>
    [...document.querySelectorAll(`${selector} .view-lines > .view-line`)]
      .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
      .map((line) => plain(line.textContent));

  const rows = (selector) =>
    [...document.querySelectorAll(`${selector} .monaco-list-row[role="treeitem"]`)]
      .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
      .map((row) => ({
        label: plain(row.querySelector('.label-name')?.textContent ?? ''),
        description: plain(row.querySelector('.label-description')?.textContent ?? ''),
        aria: row.getAttribute('aria-label') ?? '',
        level: Number(row.getAttribute('aria-level')),
        expanded: { true: true, false: false }[row.getAttribute('aria-expanded')],
      }));

  /** The rows whose content was drawn again since `watchRows`; hovering and focus are no drawing. */
  let drawn = new Set();
  const watchRows = (selector) => {
    drawn = new Set();
    const note = (records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const row = element?.closest('.monaco-list-row');
        if (row) drawn.add(plain(row.getAttribute('aria-label') ?? ''));
      }
    };
    new MutationObserver(note).observe(document.querySelector(selector), {
      ...{ subtree: true, childList: true, characterData: true },
    });
  };
  const rowsDrawn = () => [...drawn];

  /** When the mouse or the keyboard was last pressed, milliseconds since 1970. */
  let pressed = Date.now();
  for (const kind of ['pointerdown', 'keydown']) {
    window.addEventListener(kind, () => (pressed = Date.now()), { capture: true });
  }

  /** Waits for the first frame with such a row; gives the milliseconds since the last press. */
  const untilRow = (selector, label) =>
    new Promise((resolve) => {
      const look = () => {
        const shown = rows(selector).some(({ aria }) => new RegExp(label).test(aria));
        if (shown) resolve(Date.now() - pressed);
        else requestAnimationFrame(look);
      };
      look();
    });

  const seen = { rectangle, decorations, texts, lines, rows };
  window.datelineTest = { ...seen, watchRows, rowsDrawn, untilRow };
})();
