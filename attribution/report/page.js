// What the page does beyond its links: cards beside marked words, the switch between articles, the filter of entries.
// Without it everything is there and can be read; nothing of an article is ever put in as markup.
"use strict";
{
  const card = document.getElementById("card");
  const sheets = [...document.querySelectorAll(".sheet")];
  const tabs = [...document.querySelectorAll(".switch a")];
  const roles = ["source", "cue", "content"];
  const wide = matchMedia("(min-width: 64rem)");
  let hiding = 0;
  let lit = [];

  const namesOf = (mark) => [...new Set(roles.flatMap((role) => (mark.dataset[role] || "").split(" ").filter(Boolean)))];
  const marksOf = (name) =>
    [...document.querySelectorAll(".text .m")].filter((mark) => namesOf(mark).includes(name));

  function light(elements) {
    for (const element of lit) element.classList.remove("lit");
    lit = elements;
    for (const element of lit) element.classList.add("lit");
  }

  function show(mark) {
    clearTimeout(hiding);
    const names = namesOf(mark).reverse();
    card.replaceChildren();
    for (const name of names) {
      const about = document.getElementById("e-" + name)?.querySelector(".about");
      if (!about) continue;
      const line = document.createElement("p");
      line.append(...[...about.childNodes].map((node) => node.cloneNode(true)));
      card.append(line);
    }
    if (!card.firstChild) return;
    card.hidden = false;
    light(names.flatMap(marksOf));
    card.style.left = card.style.top = "";
    if (wide.matches) {
      const box = mark.getClientRects()[0];
      const left = Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 16));
      const below = box.bottom + 6 + card.offsetHeight < innerHeight;
      card.style.left = left + scrollX + "px";
      card.style.top = (below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + scrollY + "px";
    }
  }

  function hide() {
    card.hidden = true;
    light([]);
  }

  function hideSoon() {
    clearTimeout(hiding);
    hiding = setTimeout(hide, 350);
  }

  function turnTo(sheet) {
    if (sheets.length < 2 || !sheet) return;
    sheets.forEach((each, number) => {
      each.classList.toggle("off", each !== sheet);
      if (each === sheet) tabs[number]?.setAttribute("aria-current", "true");
      else tabs[number]?.removeAttribute("aria-current");
    });
  }

  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    if (!target) return;
    const sheet = target.closest(".sheet");
    if (sheet) turnTo(sheet);
    if (target.closest(".entry.off, .source-card.off")) showEntries("");
    target.scrollIntoView({ block: sheet === target ? "nearest" : "center" });
    if (target.matches(".text i")) {
      const link = marksOf(name).find((mark) => mark.getAttribute("href") === "#e-" + name);
      (link || marksOf(name)[0])?.focus({ preventScroll: true });
      if (link) show(link);
    } else {
      hide();
      target.focus({ preventScroll: true });
      if (target.matches(".dispute, .entry, .source-card")) light([target]);
    }
  }

  function showEntries(kind) {
    for (const entry of document.querySelectorAll("#sources .entry")) {
      entry.classList.toggle("off", Boolean(kind) && !entry.classList.contains(kind));
    }
    for (const source of document.querySelectorAll(".source-card")) {
      source.classList.toggle("off", Boolean(kind) && !source.querySelector(".entry:not(.off)"));
    }
    for (const choice of document.querySelectorAll(".filter input[name=entries]")) choice.checked = choice.value === kind;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || !event.target.closest) return;
    const mark = event.target.closest(".text .m");
    if (mark) show(mark);
    else if (event.target.closest(".card")) clearTimeout(hiding);
    // A card that was asked for by a click or a key stays: the page may have scrolled away under a pointer at rest.
    else if (!card.hidden && !document.activeElement.closest(".card, .text .m")) hideSoon();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".text .m");
    if (mark) {
      // A pointer asks who it is; the keyboard, which has been told on its way here, follows the link.
      if (event.detail) event.preventDefault();
      show(mark);
      return;
    }
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) follow();
    else if (!event.target.closest(".card") && !link) hide();
  });
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest(".text .m");
    if (mark) show(mark);
    else if (!event.target.closest(".card") && !card.hidden) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("change", (event) => {
    if (event.target.name === "entries") showEntries(event.target.value);
  });
  addEventListener("hashchange", follow);

  for (const filter of document.querySelectorAll("fieldset.filter")) filter.hidden = false;
  turnTo(sheets[0]);
  follow();
}
