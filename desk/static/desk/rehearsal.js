"use strict";
// Looks whether the examination is done, and puts each receipt of a trial on the page.

const standing = document.getElementById("standing");
const card = document.getElementById("receipt-card");
const EVERY_MS = 2000;

async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  return answer.ok ? answer.json() : null;
}

// Until `look` says that there is nothing more to look for.
function repeat(look) {
  const timer = setInterval(async () => {
    if (document.hidden) return;
    if (await look().catch(() => false)) clearInterval(timer);
  }, EVERY_MS);
}

if (standing !== null && standing.dataset.state === "busy") {
  repeat(async () => {
    const now = await ask(standing.dataset.address);
    if (now === null) return false;
    if (now.state !== "busy") location.reload();
    const bar = standing.querySelector("progress");
    if (bar !== null) bar.value = now.percent;
    return now.state !== "busy";
  });
}

if (card !== null) {
  const list = document.getElementById("receipt-list");
  const none = document.getElementById("no-receipt");
  repeat(async () => {
    const found = await ask(card.dataset.address);
    if (found === null || found.over) {
      none.textContent = card.dataset.over;
      none.hidden = false;
      return true;
    }
    for (let number = list.children.length; number < found.receipts.length; number += 1) {
      const picture = document.createElement("img");
      picture.src = found.receipts[number];
      picture.alt = card.dataset.alt + " " + (number + 1);
      list.prepend(picture);
      none.hidden = true;
    }
    return false;
  });
}
