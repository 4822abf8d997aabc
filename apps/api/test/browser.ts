/** Asks a server as a browser does: it keeps cookies and says where its pages come from. */
export interface Browser {
  get(path: string): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
  form(path: string, fields: Record<string, string>): Promise<Response>;
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<any>;
  /** Who the session belongs to, asked from the database and not from what is remembered; null for nobody. */
  seen(): Promise<{ email: string } | null>;
}

export function makeBrowser(origin: string): Browser {
  const cookies = new Map<string, string>();
  const request = async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, origin), {
      redirect: 'manual',
      ...init,
      headers: { origin, ...(cookie !== '' && { cookie }), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (/max-age=0/i.test(line) || value.join('') === '') cookies.delete(name);
      else cookies.set(name, value.join('='));
    }
    return response;
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return {
    get: (path) => request(path),
    post: (path, body) => post(path, body),
    form: (path, fields) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
    ask: async (query, variables = {}, headers = {}) =>
      (await post('/graphql', { query, variables }, headers)).json(),
    seen: async () => {
      const session = (await (await request('/auth/get-session')).json()) as {
        user: { email: string };
      } | null;
      return session && session.user;
    },
  };
}

/** What an answer says, in whatever form. */
export function bodyOf(response: Response): Promise<any> {
  return response.json();
}
