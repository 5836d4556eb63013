// What a page looks like from within: what runs over its edge, and text that can hardly be read. Answers a list of faults.
(() => {
  const faults = [];
  const tell = (what, element) =>
    faults.push(`${what}: <${element.tagName.toLowerCase()}> ${element.textContent.trim().slice(0, 60)}`);

  // Wider than the window, and not in a frame that scrolls by itself.
  const width = document.documentElement.clientWidth;
  const scrolls = element => {
    for (let at = element; at; at = at.parentElement)
      if (["auto", "scroll", "hidden"].includes(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide, the window ${width}`);
  for (const element of document.querySelectorAll("main *")) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.right > width + 1 || box.left < -1) && !element.closest("svg *") && !scrolls(element))
      tell("over the edge", element);
  }
  for (const picture of document.querySelectorAll("svg"))
    for (const text of picture.querySelectorAll("text")) {
      const box = text.getBoundingClientRect(), frame = picture.getBoundingClientRect();
      if (box.width > 0 && (box.right > frame.right + 2 || box.left < frame.left - 2))
        tell("over the edge of its picture", text);
    }

  // WCAG 2: contrast of text with what is behind it, 4.5 : 1, large text 3 : 1.
  const parse = colour => {
    const numbers = colour.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
    const [red, green, blue, alpha = 1] = colour.startsWith("color(") ? numbers : numbers.map((n, i) => i < 3 ? n / 255 : n);
    return { rgb: [red, green, blue], alpha };
  };
  const luminance = rgb => {
    const [red, green, blue] = rgb.map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.alpha > 0.99) return colour.rgb;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? [0.07, 0.07, 0.07] : [1, 1, 1];
  };
  const looked = new Map();
  const walker = document.createTreeWalker(document.querySelector("main") || document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("svg title, svg desc, script")) continue;
    const style = getComputedStyle(element), paper = behind(element);
    const colour = element.closest("svg") ? style.fill : style.color;
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    const key = [colour, paper, large].join(" ");
    if (looked.has(key)) continue;
    looked.set(key, true);
    const [light, dark] = [luminance(parse(colour).rgb), luminance(paper)].sort((one, other) => other - one);
    if ((light + 0.05) / (dark + 0.05) < (large ? 3 : 4.5)) tell(`${colour} on ${paper} is hard to read`, element);
  }
  return faults.slice(0, 20);
})()
