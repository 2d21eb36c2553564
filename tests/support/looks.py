"""What is asked of a page as it is seen, in the page itself."""

__all__ = ["BROKEN", "PARTED", "SMALL", "TINY"]

# Targets under 24 px, but for links in a sentence.
SMALL = """() => [...document.querySelectorAll('a, button, summary, input')].filter((e) => {
  const { width, height } = (e.closest('label') ?? e).getBoundingClientRect();
    // a tap on its words ticks a box
  const isIn = e.closest('p, li, dd') && getComputedStyle(e).display === 'inline'; // in a sentence
  return width && height && !isIn && !e.closest('.skip') && !e.matches('.skip') && (width < 24
    || height < 24);
}).map((e) => e.outerHTML.slice(0, 80))"""
# Words that stand on two lines though no hyphen, slash or dash invites it; code and addresses may.
BROKEN = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const home = node.parentElement;
    if (!home.checkVisibility() || home.closest('pre, code, script, style, svg, select')) continue;
    if (home.getBoundingClientRect().width <= 1) continue; // for ears alone
    for (const word of node.data.matchAll(/[^\\s\\u00a0\\-\\u2010-\\u2014/.]{2,}/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0.5)
        .map((box) => Math.round(box.top)));
      if (lines.size > 1) found.push(word[0]);
    }
  }
  return found;
}"""
# Words that are smaller than 12 px as they are seen.
TINY = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const home = node.parentElement;
    if (!node.data.trim() || !home.checkVisibility() || home.closest('script, style')) continue;
    const scale = home.closest('svg') && home.getScreenCTM ? home.getScreenCTM().a : 1;
    if (parseFloat(getComputedStyle(home).fontSize) * scale < 11.9) found.add(node.data.trim());
  }
  return [...found].slice(0, 5);
}"""

# Numbers that the end of a line may part from their per cent sign.
PARTED = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const parted = walk.currentNode.data.match(/.{0,30}[0-9] %/);
    if (parted && !walk.currentNode.parentElement.closest('script, style, code'))
      found.push(parted[0]);
  }
  return found;
}"""
