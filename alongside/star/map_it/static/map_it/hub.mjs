// Keeps the counts of the hub fresh while the room answers. Without it, "Count again" does the same.
const SECONDS = 8;
const counts = document.getElementById("counts");

async function countAgain() {
  if (document.visibilityState !== "visible" || !navigator.onLine) return;
  const answer = await fetch(location.href, { credentials: "same-origin" }).catch(() => null);
  if (!answer || !answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("counts");
  if (fresh && fresh.innerHTML !== counts.innerHTML) counts.innerHTML = fresh.innerHTML;
}

if (counts) setInterval(countAgain, SECONDS * 1000);
