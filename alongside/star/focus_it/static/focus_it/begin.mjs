// With scripts a phone gets all items at once: it can rate them even where the network fails.

const form = document.querySelector("form.rate-begin");
if (form) {
  const all = document.createElement("input");
  Object.assign(all, { type: "hidden", name: "all", value: "1" });
  form.append(all);
}
