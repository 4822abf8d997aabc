import { codeOf, joinAs, linkTo, newAddress, PASSWORD, secretIn, signIn } from '../support/accounts.ts';
import { expect, expectAccessible, ownAddress, test } from '../support/portal.ts';

test('a forgotten password is replaced by a link, and every session ends', async ({ page }) => {
  const email = await joinAs(page, 'administrator', 'admin', { role: 'ANALYST' });
  const invitation = await linkTo(page, email);
  await page.context().clearCookies();
  await page.goto('/admin/');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Forgotten password?' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('status')).toContainText(email);
  await expect.poll(() => linkTo(page, email)).not.toBe(invitation);
  await page.goto(await linkTo(page, email));
  await page.getByLabel('New password').fill('seven quiet otters 4');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('status')).toContainText('The new password holds.');
  await page.getByRole('button', { name: 'To the sign-in page' }).click();
  await signIn(page, email, 'seven quiet otters 4');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
});

test('a second factor is set up; then a code is asked for, and a recovery code does once', async ({
  page,
}) => {
  const email = await joinAs(page, 'administrator', 'admin', { role: 'FINANCE' });
  await page.goto('/admin/account');
  await page.getByRole('button', { name: 'Set it up' }).click();
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Second factor' }) });
  await section.getByLabel('Current password').fill(PASSWORD);
  await section.getByRole('button', { name: 'Go on' }).click();
  await expectAccessible(page);
  const secret = await secretIn(section);
  const recovery = await section.getByRole('list').locator('code').allInnerTexts();
  await section.getByRole('textbox', { name: 'Code' }).fill('000000');
  await section.getByRole('button', { name: 'Turn it on' }).click();
  await expect(section.getByRole('alert')).toContainText('This code is not right.');
  await section.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret));
  await section.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByText('The second factor is turned on.')).toBeVisible();
  await expect(section.getByRole('button', { name: 'Turn it off' })).toBeVisible();

  const enter = async (code: string) => {
    await page.context().clearCookies();
    await page.goto('/admin/');
    await signIn(page, email);
    await expect(page.getByRole('textbox', { name: 'Code' })).toBeFocused();
    if (code.length > 6) await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: /code/i }).fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  // A code does once: the next one already holds.
  await enter(codeOf(secret, Date.now() + 30_000));
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await enter(recovery[0] ?? '');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await enter(recovery[0] ?? '');
  await expect(page.getByRole('alert')).toContainText('This code is not right.');
});

test('who must have a second factor sets it up before anything else', async ({ page }) => {
  await joinAs(page, 'administrator', 'admin', { role: 'FINANCE' });
  // The sample programme lets everybody in without one: here the server says what it says elsewhere.
  await page.route('/graphql', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { data?: { viewer?: object } };
    if (answer.data?.viewer !== undefined) Object.assign(answer.data.viewer, { secondFactorDue: true });
    await route.fulfill({ response, json: answer });
  });
  await page.goto('/admin/money');
  await expect(page.getByText('Your role sees what has to be well protected')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Go on' }).click();
  const secret = await secretIn(page.locator('main'));
  await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret));
  await page.unroute('/graphql');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByRole('heading', { name: 'Money' })).toBeVisible();
});

test('single sign-on is offered where there is one, and says so where it knows no account', async ({
  page,
}) => {
  await page.route('/sign-in-options', (route) => route.fulfill({ json: { singleSignOn: 'Example ID' } }));
  await page.route('/auth/sign-in/social', (route) =>
    route.fulfill({ json: { url: '/admin/?problem=sso&error=signup_disabled' } }),
  );
  await page.goto('/admin/');
  await page.getByRole('button', { name: 'With Example ID' }).click();
  await expect(page.getByRole('alert')).toContainText('There is no account for you here.');
  await expectAccessible(page);
});

test('a key is made, shown once, used and revoked', async ({ page, request }) => {
  await joinAs(page, 'administrator', 'admin', { role: 'ANALYST' });
  await page.goto('/admin/account');
  // What stands above the button moves it down as it comes.
  for (const there of ['This one', 'You have no key.']) await expect(page.getByText(there)).toBeVisible();
  await page.getByRole('button', { name: 'Make a key' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name').fill('Dashboard');
  await drawer.getByLabel('See figures').check();
  await drawer.getByRole('button', { name: 'Make a key' }).click();
  const key = await page.getByRole('status').locator('code').innerText();
  await expect(drawer).toHaveCount(0);
  await expectAccessible(page);
  const used = async () => {
    const answer = await request.post('/graphql', {
      data: { query: '{ viewer { capabilities } }' },
      headers: { 'x-api-key': key },
    });
    return ((await answer.json()) as { data: { viewer: unknown } }).data.viewer;
  };
  expect(await used()).toEqual({ capabilities: ['SEE_FIGURES'] });

  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  const row = page.getByRole('listitem').filter({ hasText: 'Dashboard' });
  await expect(row).toContainText(key.slice(0, 13));
  await expect(row).toContainText('last used');
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('You have no key.')).toBeVisible();
  await expect.poll(used, { timeout: 3000 }).toBeNull();
});

test('a passkey is added, signs in, and is removed', async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await joinAs(page, 'administrator', 'admin', { role: 'ANALYST' });
  await page.goto('/admin/account');
  await page.getByLabel('Name of the device').fill('My laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'My laptop' });
  await expect(row).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/admin/');
  await page.getByRole('button', { name: 'With a passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.goto('/admin/account');
  await row.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
});

test('sessions are listed, and ended from another one', async ({ page, browser }) => {
  const email = await joinAs(page, 'administrator', 'admin', { role: 'ANALYST' });
  const context = await browser.newContext({ locale: 'en-GB', extraHTTPHeaders: ownAddress() });
  const elsewhere = await context.newPage();
  await elsewhere.goto('/admin/');
  await signIn(elsewhere, email);
  await expect(elsewhere.getByRole('heading', { name: 'Today' })).toBeVisible();

  await page.goto('/admin/account');
  const rows = page.locator('section', { hasText: 'Where you are signed in' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await rows.getByRole('button', { name: 'Sign out' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('This one');
  await expect(async () => {
    await elsewhere.goto('/admin/duos');
    await expect(elsewhere.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible({
      timeout: 1000,
    });
  }).toPass({ timeout: 3000 });
  await context.close();
});

test('an address changes once the letter to the new one is opened', async ({ page }) => {
  await joinAs(page, 'administrator', 'admin', { role: 'ANALYST' });
  const address = newAddress();
  await page.goto('/admin/account');
  await page.getByLabel('New e-mail address').fill(address);
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(page.getByRole('status')).toContainText(address);
  await page.getByLabel('Language of letters').selectOption('Nederlands');
  await expect(page.getByText('Letters will be written in this language.')).toBeVisible();
  await page.goto(await linkTo(page, address));
  await expect(page.getByText(`What Tandem writes to you goes to ${address}.`)).toBeVisible();
});
