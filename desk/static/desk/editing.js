// The editor of a file: a problem's link puts the caret on its line. Without this script the
// link leads to the same line in the numbered list below.
"use strict";
const text = document.getElementById("text");

function toLine(number) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[number - 1] || "").length);
  const height = text.scrollHeight / lines.length;
  text.scrollTop = Math.max(0, (number - 4) * height);
}

for (const link of document.querySelectorAll("a[data-line]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    toLine(Number(link.dataset.line));
  });
}
if (/^#r\d+$/.test(location.hash)) toLine(Number(location.hash.slice(2)));
