// Ratings lie on the phone until the server has them. Every page that finds some there sends them: also
// after the reveal, when they are kept outside the blind count.

export function outbox({ store, send, page }) {
  const rows = () => JSON.parse(localStorage.getItem(store) || "[]");
  const keep = (left) => localStorage.setItem(store, JSON.stringify(left));

  // Returns the server's answer; without network, none. `isRefused`: it will never take them.
  async function post() {
    try {
      const reply = await fetch(send, {
        method: "POST",
        credentials: "omit",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ page, ratings: rows() }),
      });
      if (reply.status === 403 || reply.status === 409) return { isRefused: true };
      if (!reply.ok) return null;
      const answer = await reply.json();
      keep(rows().filter((row) => !(row.key in answer.kept)));
      return answer;
    } catch {
      return null;
    }
  }

  return { rows, keep, post };
}
