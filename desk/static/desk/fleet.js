/* The list looks again by itself: only what is marked data-live is replaced, focus stays where it
   was, and one button stops it. Without this script the page is whole, and one reloads it. */
"use strict";
{
  const button = document.getElementById("refreshing");
  let going = sessionStorage.getItem("fleet-refresh") !== "no";

  const show = () => { button.textContent = going ? button.dataset.stop : button.dataset.go; };

  const replace = (part, fresh) => {
    const held = part.contains(document.activeElement) && document.activeElement.getAttribute("href");
    part.replaceChildren(...fresh.childNodes);
    if (held) part.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  };

  const again = async () => {
    if (!going || document.hidden) return;
    try {
      const answer = await fetch(location.href, { redirect: "error" });
      if (!answer.ok || !going) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-live]")) {
        const fresh = page.getElementById(part.id);
        if (fresh) replace(part, fresh);
      }
    } catch { /* the desk is away for a moment: what stands here says how old it is */ }
  };

  if (button) {
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      going = !going;
      sessionStorage.setItem("fleet-refresh", going ? "yes" : "no");
      show();
    });
    setInterval(again, Number(button.dataset.everyS) * 1000);
  }
}
