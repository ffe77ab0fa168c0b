// Ask an address again and again, as gently as it wishes, and tell when its answer changes.

const SLOWEST = 60;

// `onChange` is given the answer, parsed. The answer's `wait` says in how many seconds to ask again;
// `every` is used where it says nothing. Nothing is asked while the page is hidden; coming back, or
// back into the network, asks at once. Returns a function that stops it.
export function watch(url, onChange, { every = 4 } = {}) {
  let etag = null;
  let wait = every;
  let failures = 0;
  let timer = null;
  let stopped = false;

  async function ask() {
    clearTimeout(timer);
    if (stopped || document.hidden) return;
    try {
      const headers = etag ? { "If-None-Match": etag } : {};
      const reply = await fetch(url, { headers, cache: "no-store", credentials: "same-origin" });
      if (reply.status === 404 || reply.status === 403) return;
      if (reply.ok) {
        etag = reply.headers.get("ETag");
        const answer = await reply.json();
        wait = answer.wait ?? every;
        onChange(answer);
      } else if (reply.status !== 304) throw new Error(String(reply.status));
      failures = 0;
    } catch {
      failures += 1;
    }
    plan();
  }

  // Not all phones of a room in the same moment: each waits a little less or more.
  function plan() {
    const seconds = Math.min(wait * 2 ** Math.min(failures, 5), Math.max(wait, SLOWEST));
    timer = setTimeout(ask, seconds * 1000 * (0.8 + 0.4 * Math.random()));
  }

  const wake = () => document.hidden || ask();
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", wake);
  ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", wake);
    window.removeEventListener("online", wake);
  };
}
