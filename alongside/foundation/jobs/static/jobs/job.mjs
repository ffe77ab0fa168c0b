// Shows how far the work is without loading the page anew; without it, the page loads every 5 s.

const WAIT = 2000;

async function look() {
  const job = document.getElementById("job");
  if (!job.hasAttribute("data-open") || document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById("job");
  if (!now) return location.reload();
  if (now.hasAttribute("data-open")) {
    // Only the bar moves: whoever stands on the button stays there.
    job.querySelector("[role=status]").replaceChildren(...now.querySelector("[role=status]").childNodes);
  } else {
    location.reload();
  }
}

setInterval(() => look().catch(() => {}), WAIT);
