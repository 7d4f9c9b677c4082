// The people's side of the sandbox, as the page calls it.

async function call(method, path, body) {
  const options = { method };
  if (body !== undefined) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? String(response.status));
  return answer;
}

export const people = () => call("GET", "/people");
export const addPerson = (first_name, language_code) => call("POST", "/people", { first_name, language_code });
export const status = () => call("GET", "/status");

export class Phone {
  constructor(person) {
    this.path = `/people/${person}`;
  }

  send(content) {
    return call("POST", `${this.path}/messages`, content);
  }

  edit(message, text) {
    return call("PATCH", `${this.path}/messages/${message}`, { text });
  }

  tap(message_id, data) {
    return call("POST", `${this.path}/taps`, { message_id, data });
  }

  press(label) {
    return call("POST", `${this.path}/taps`, { label });
  }

  setLanguage(language_code) {
    return call("PATCH", this.path, { language_code });
  }

  block(blocked) {
    return call("POST", `${this.path}/${blocked ? "block" : "unblock"}`);
  }

  clear() {
    return call("DELETE", `${this.path}/chat`);
  }

  // Calls `on` with the whole chat first and then with every change, and `lost` while the line is down.
  watch(on, lost) {
    this.source = new EventSource(`${this.path}/events`);
    this.source.onmessage = (event) => on(JSON.parse(event.data));
    this.source.onerror = lost;
  }

  hangUp() {
    this.source?.close();
  }
}
