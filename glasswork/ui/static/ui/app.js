// Starts what every page has, and fetches the other elements that this page uses.
import "./app-cover.js";
import "./exit-now.js";
import "./submit-once.js";
import { registerWorker } from "./trusted.js";

const elements = {
  "add-starter": () => import("./add-starter.js"),
  "auto-save": () => import("./auto-save.js"),
  "breathe-pane": () => import("./breathe-pane.js"),
  "copy-text": () => import("./copy-text.js"),
  "live-part": () => import("./live-part.js"),
  "print-page": () => import("./print-page.js"),
  "step-by-step": () => import("./step-by-step.js"),
};

function start() {
  for (const [name, load] of Object.entries(elements)) if (document.querySelector(name)) load();
}

start();
document.addEventListener("renewed", start); // a live part may bring elements that were not on this page before

// A page without the worker is a page without offline Calm, nothing worse.
if ("serviceWorker" in navigator) registerWorker().catch(() => {});
