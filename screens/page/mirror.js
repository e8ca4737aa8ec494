"use strict";
// The screen of a kiosk in a browser: shows its picture, says its words, passes on what is done.

const KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "Escape", "Backspace",
  "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10"];
const MARKS = { "+": "louder", "-": "softer" };
const picture = document.getElementById("screen");
const list = document.getElementById("targets");
const spoken = document.getElementById("spoken");
let view = null;
let sending = Promise.resolve();
// Where a desk stands between, it wants its own word back with whatever is done.
let token = {};

function show(next) {
  if (next.sound) listen(next.sound);
  if (view !== null && next.seq <= view.seq) return;
  const before = view;
  view = next;
  document.documentElement.lang = view.language;
  document.title = view.title;
  document.getElementById("title").textContent = view.title;
  picture.alt = view.title;
  picture.width = view.size[0];
  picture.height = view.size[1];
  picture.src = "screen.png?seq=" + view.seq;
  if (spoken.textContent !== view.spoken) spoken.textContent = view.spoken;
  // A button that is on both screens keeps the focus of whoever is on it.
  const focused = before === null ? undefined : document.activeElement.dataset.target;
  showTargets(focused);
}

function showTargets(keepFocusOn) {
  list.replaceChildren(...view.targets.map((target) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = target.spoken || target.label;
    button.disabled = !target.enabled;
    button.dataset.target = target.target;
    button.addEventListener("click", () => send("tap", { target: target.target }));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
  if (keepFocusOn) {
    const again = [...list.querySelectorAll("button")]
      .find((button) => button.dataset.target === keepFocusOn);
    if (again) again.focus();
  }
}

function send(path, body) {
  // One after the other, so that fast typing keeps its order.
  sending = sending.then(async () => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...token },
      body: JSON.stringify(body),
    });
    if (answer.ok) show(await answer.json());
  }).catch(() => {});
  return sending;
}

picture.addEventListener("click", (event) => {
  const box = picture.getBoundingClientRect();
  // The picture lies in the middle of its box, with its own proportions.
  const scale = Math.min(box.width / view.size[0], box.height / view.size[1]);
  const left = box.left + (box.width - view.size[0] * scale) / 2;
  const top = box.top + (box.height - view.size[1] * scale) / 2;
  const x = Math.floor((event.clientX - left) / scale);
  const y = Math.floor((event.clientY - top) / scale);
  if (x >= 0 && y >= 0 && x < view.size[0] && y < view.size[1]) send("tap", { x, y });
});

document.addEventListener("keydown", (event) => {
  if (view === null || event.ctrlKey || event.altKey || event.metaKey) return;
  const onButton = event.target instanceof HTMLButtonElement;
  if (onButton && (event.key === "Enter" || event.key === " ")) return;
  if (KEYS.includes(event.key)) {
    send("key", { key: event.key });
  } else if (view.input === null && event.key in MARKS) {
    send("key", { key: MARKS[event.key] });
  } else if (view.input !== null && event.key.length === 1) {
    send("type", { text: event.key });
  } else {
    return;
  }
  event.preventDefault();
});

async function follow() {
  for (;;) {
    try {
      const after = view === null ? "" : "?after=" + view.seq + "&heard=" + sound.number;
      const answer = await fetch("view.json" + after);
      if (answer.ok) {
        const word = answer.headers.get("X-CSRFToken");
        if (word) token = { "X-CSRFToken": word };
        show(await answer.json());
        continue;
      }
      if (answer.status === 404 || answer.status === 410) return ended();
    } catch {
      // The kiosk is starting again; try until it is back.
      view = null;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function ended() {
  spoken.textContent = "Deze zuil is gestopt.";
  list.replaceChildren();
}

// What the kiosk says, heard here: a browser lets a page sound only after a press.
const button = document.getElementById("sound");
const playing = new Set();
let sound = { number: 0, silenced: 0, paused: false };
let player = null;
let played = 0;
let endsAt = 0;
let fetching = false;

button.addEventListener("click", () => {
  if (player === null) {
    player = new AudioContext();
    played = sound.number;
  } else {
    silence();
    player.close();
    player = null;
  }
  button.setAttribute("aria-pressed", String(player !== null));
});

function listen(now) {
  button.hidden = false;
  if (now.number < sound.number) return;
  sound = now;
  if (player === null) return;
  if (sound.silenced > played) {
    silence();
    played = sound.silenced;
  }
  if (sound.paused) player.suspend();
  else player.resume();
  if (sound.number > played) fetchSound();
}

function silence() {
  for (const source of playing) source.stop();
  playing.clear();
  endsAt = 0;
}

async function fetchSound() {
  if (fetching) return;
  fetching = true;
  try {
    for (;;) {
      const answer = await fetch("sound?after=" + played);
      if (answer.status !== 200 || player === null) return;
      const number = Number(answer.headers.get("X-Sound"));
      const samples = await player.decodeAudioData(await answer.arrayBuffer());
      if (player === null) return;
      played = Math.max(played, number);
      if (number <= sound.silenced) continue;
      const source = player.createBufferSource();
      source.buffer = samples;
      source.connect(player.destination);
      source.addEventListener("ended", () => playing.delete(source));
      // One after the other, without a gap.
      endsAt = Math.max(endsAt, player.currentTime);
      source.start(endsAt);
      endsAt += samples.duration;
      playing.add(source);
    }
  } catch {
    // It was silenced or the kiosk is gone; the next news tells.
  } finally {
    fetching = false;
  }
}

follow();
