import { ask, joinAs, linkTo, newAddress, PASSWORD, signIn } from '../support/accounts.ts';
import { expect, expectAccessible, open, ownAddress, test } from '../support/portal.ts';

test('somebody is invited, chooses a password, works, and is out as soon as the account is disabled', async ({
  page,
  browser,
}) => {
  const email = newAddress();
  await open(page, 'administrator', '/admin/accounts');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name').fill('Alba Moreau');
  await drawer.getByLabel('E-mail address').fill(email);
  await drawer.getByLabel('Role').selectOption('Coordinator');
  await drawer.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(drawer.getByText('Fill this in.')).toBeVisible();
  await drawer.getByLabel('Gand').check();
  await drawer.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText(`The invitation is on its way to ${email}.`)).toBeVisible();
  const row = page.getByRole('group', { name: 'Open invitations' }).getByRole('row', { name: email });
  await expect(row).toContainText('Coordinator · Gand');

  const context = await browser.newContext({ locale: 'en-GB', extraHTTPHeaders: ownAddress() });
  const guest = await context.newPage();
  await guest.goto(await linkTo(page, email));
  await expect(guest.getByRole('heading', { name: 'Welcome to Tandem' })).toBeVisible();
  await expectAccessible(guest);
  const password = guest.getByLabel('New password');
  await password.fill('Alba Moreau 1');
  await guest.getByRole('button', { name: 'Open my account' }).click();
  await expect(guest.getByRole('alert')).toContainText('easy to guess');
  await expect(password).toHaveValue('Alba Moreau 1');
  await password.fill(PASSWORD);
  await guest.getByRole('button', { name: 'Open my account' }).click();
  await expect(guest.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(guest).toHaveURL(/\/admin\/$/);

  await page.reload();
  await page.getByPlaceholder('Name or address').fill('moreau alba');
  await page.getByRole('link', { name: 'Alba Moreau' }).click();
  await expect(page.getByText('accepted an invitation').first()).toBeVisible();
  await expect(page.getByText(/Chrome · /)).toBeVisible();
  await page.getByRole('button', { name: 'Disable the account' }).click();
  await expect(page.getByText('Alba Moreau is disabled and signed out.')).toBeVisible();
  await expect(page.getByText('Not signed in anywhere.')).toBeVisible();
  await expect(async () => {
    await guest.goto('/admin/duos');
    await expect(guest.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 3000 });
  await signIn(guest, email);
  await expect(guest.getByRole('alert')).toContainText('This account is disabled.');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Disable the account' })).toBeVisible();
  await guest.getByRole('button', { name: 'Sign in' }).click();
  await expect(guest.getByRole('heading', { name: 'Duos' })).toBeVisible();
  await context.close();
});

test('a role is changed, and taken back', async ({ page }) => {
  const email = await joinAs(page, 'administrator', 'admin', { role: 'ANALYST' });
  await open(page, 'administrator', '/admin/accounts');
  await page.getByPlaceholder('Name or address').fill(email);
  await page.getByRole('link', { name: 'Zoë Peeters' }).click();
  await page.getByRole('button', { name: 'Change the role' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Role').selectOption('Partner member');
  await drawer.getByRole('combobox', { name: 'Partner' }).click();
  await page.getByRole('option', { name: 'Banque du Parc' }).click();
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The account of Zoë Peeters is changed.')).toBeVisible();
  // The trail below keeps both.
  const facts = page.locator('main dl').first();
  await expect(facts.getByText('Banque du Parc')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(facts.getByText('Banque du Parc')).toHaveCount(0);
  await expect(facts.getByText('Analyst')).toBeVisible();
});

test('nobody takes away from the own account what nobody could give back', async ({ page }) => {
  await open(page, 'administrator', '/admin/accounts');
  await page.getByRole('link', { name: 'Anne Lambert' }).click();
  await expect(page.getByText('This is your own account')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Disable the account' })).toHaveCount(0);
});

test('an invitation is sent again and withdrawn', async ({ page }) => {
  const email = newAddress();
  await open(page, 'administrator', '/admin/account');
  await ask(page, 'mutation ($input: InvitationInput!) { inviteAccount(input: $input) { __typename } }', {
    input: { email, name: 'Noor Haddad', locale: 'nl', role: 'ANALYST' },
  });
  const first = await linkTo(page, email);
  await page.goto('/admin/accounts');
  const row = page.getByRole('row', { name: email });
  await row.getByRole('button', { name: `Send again to ${email}` }).click();
  await expect.poll(() => linkTo(page, email)).not.toBe(first);
  const second = await linkTo(page, email);
  await row.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(row).toHaveCount(0);
  for (const link of [first, second]) {
    await page.goto(link);
    await expect(page.getByRole('alert')).toContainText('This link was used already, or holds no more.');
  }
  // Whoever is signed in goes on from there.
  await page.getByRole('button', { name: 'To the sign-in page' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
});

test('a partner invites its member, who signs in with a link', async ({ page }) => {
  const email = newAddress();
  await open(page, 'company', '/partner/organisation');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByLabel('Role').getByRole('option')).toHaveText([
    'Choose…',
    'Partner administrator',
    'Partner member',
  ]);
  await drawer.getByLabel('Name').fill('Yusuf Demir');
  await drawer.getByLabel('E-mail address').fill(email);
  await drawer.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText(`The invitation is on its way to ${email}.`)).toBeVisible();
  const invitation = await linkTo(page, email);

  await page.goto(invitation);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Open my account' }).click();
  await page.getByRole('button', { name: /Yusuf Demir/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();

  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link instead' }).click();
  await expect(page.getByRole('status')).toContainText(email);
  await expect.poll(() => linkTo(page, email)).not.toBe(invitation);
  const link = await linkTo(page, email);
  await page.goto(link);
  await expect(page.getByRole('button', { name: /Yusuf Demir/ })).toBeVisible();
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText('This link was used already, or holds no more.');

  await open(page, 'company', '/partner/organisation');
  await page.getByRole('link', { name: 'Yusuf Demir' }).click();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('Not signed in anywhere.')).toBeVisible();
});

test('the trail tells what an account did, what happened to it, and who opened a record', async ({
  page,
}) => {
  const email = await joinAs(page, 'administrator', 'admin', { role: 'ADMINISTRATOR' });
  await page.goto('/admin/mentees');
  await page.locator('tbody a[data-row-link]').nth(3).click();
  const opened = page.getByRole('listitem').filter({ hasText: 'Zoë Peeters opened a mentee' });
  await expect(opened).toHaveCount(1);
  const mentee = await page.locator('h1').innerText();
  await page.getByRole('link', { name: 'Whole history' }).click();
  await expect(page.getByText('One record')).toBeVisible();
  await expect(page.getByRole('row', { name: /Zoë Peeters opened a mentee/ })).toHaveCount(1);

  await page.goto(`/admin/accounts?q=${encodeURIComponent(email)}`);
  await page.getByRole('link', { name: 'Zoë Peeters', exact: true }).click();
  const acts = page.locator('section', { hasText: 'What they did last' });
  await acts.getByRole('link', { name: 'Whole history' }).click();
  await expect(page.getByText('One account')).toBeVisible();
  await page
    .getByRole('row', { name: /opened a mentee/ })
    .getByRole('link', { name: 'a mentee' })
    .click();
  await expect(page.locator('h1')).toHaveText(mentee);

  await page.goto('/admin/audit');
  await page.getByPlaceholder('Name, address or request').fill('zoe peeters');
  await page.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Sign-ins' }).click();
  await expect(page.getByRole('row', { name: /Zoë Peeters signed in/ }).first()).toContainText('Invitation');
  await expect(page.getByRole('row', { name: /opened/ })).toHaveCount(0);
});
