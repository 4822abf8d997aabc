import {
  expect,
  expectAccessible,
  expectNoOverflow,
  open,
  test,
  type Locale,
  type Who,
} from '../support/portal.ts';

/** Every page, by who opens it, and for the page of a record the link in the list that leads to it. A page that is not listed here is not looked at. */
const PAGES: readonly (readonly [Who, string, record?: string])[] = [
  ['administrator', '/admin/'],
  ['administrator', '/admin/mentees'],
  ['administrator', '/admin/mentees?q=BE0052', 'Aïcha Abdi'],
  ['administrator', '/admin/mentors'],
  ['administrator', '/admin/duos'],
  ['administrator', '/admin/duos?q=BD0001', 'Karim Mbeki · Hélène De Smet'],
  ['administrator', '/admin/events'],
  ['administrator', '/admin/events?q=BA040', 'Atelier CV et lettre de motivation'],
  ['analyst', '/admin/events?q=BA040', 'Atelier CV et lettre de motivation'],
  ['administrator', '/admin/indicators'],
  ['administrator', '/admin/indicators/POSITIVE_EXIT_RATE'],
  ['administrator', '/admin/indicators/TOTAL_COST'],
  ['administrator', '/admin/indicators/EVENT_ATTENDANCE_RATE?by=EVENT_KIND&step=YEAR'],
  ['administrator', '/admin/indicators/SROI_NET'],
  ['administrator', '/admin/indicators/COMPLETION_RATE?by=AGE_BAND&step=YEAR'],
  ['administrator', '/admin/indicators/POSITIVE_EXIT_RATE/change'],
  ['administrator', '/admin/indicators/POSITIVE_EXIT_RATE?by=EDUCATION&across=GENDER'],
  ['administrator', '/admin/indicators/comparison'],
  ['administrator', '/admin/indicators/comparison?of=EMPLOYMENT_RATE&by=YEAR'],
  ['administrator', '/admin/indicators/EMPLOYMENT_RATE?step=YEAR'],
  ['administrator', '/admin/indicators/comparison/figures'],
  ['administrator', '/admin/indicators/comparison/published'],
  ['administrator', '/admin/indicators/comparison/groups'],
  ['analyst', '/admin/indicators/comparison/groups'],
  ['administrator', '/admin/indicators/time-to-exit'],
  ['administrator', '/admin/indicators/time-to-exit?exit=EMPLOYMENT_RATE&by=GENDER&months=12'],
  ['administrator', '/admin/indicators/pathway'],
  ['administrator', '/admin/indicators/profile'],
  ['administrator', '/admin/indicators/quality'],
  ['administrator', '/admin/indicators/handbook'],
  ['administrator', '/admin/indicators/research?purpose=MEASUREMENT'],
  [
    'analyst',
    '/admin/indicators/research?columns=%5B%22duo%22%2C%22branch%22%2C%22start_month%22%5D&group=10',
  ],
  ['administrator', '/admin/snapshots'],
  ['administrator', '/admin/snapshots?take=true'],
  ['administrator', '/admin/publication'],
  ['administrator', '/admin/money'],
  ['administrator', '/admin/money?tab=grants'],
  ['finance', '/admin/money?tab=costs'],
  ['finance', '/admin/money?tab=grants', 'BF01'],
  ['finance', '/admin/money?tab=allocation&year=2017'],
  ['finance', '/admin/money?tab=budget'],
  ['finance', '/admin/money?tab=funds'],
  ['finance', '/admin/indicators/COST_PER_JOB'],
  ['coordinator', '/admin/indicators/POSITIVE_EXIT_RATE'],
  ['administrator', '/admin/sroi'],
  ['administrator', '/admin/sroi?view=tornado'],
  ['administrator', '/admin/sroi?view=histogram'],
  ['administrator', '/admin/sroi?view=years'],
  ['administrator', '/admin/sroi/compare'],
  ['administrator', '/admin/sroi/proxies'],
  ['administrator', '/admin/partners'],
  ['administrator', '/admin/hours'],
  ['administrator', '/admin/imports'],
  ['administrator', '/admin/audit'],
  ['administrator', '/admin/accounts'],
  ['administrator', '/admin/accounts', 'Bruno Claes'],
  ['administrator', '/admin/account'],
  ['administrator', '/admin/privacy'],
  ['administrator', '/admin/privacy?tab=purposes&open=NEWSLETTER'],
  ['administrator', '/admin/privacy?tab=retention'],
  ['administrator', '/admin/privacy?tab=retention&open=new'],
  ['administrator', '/admin/privacy?tab=holds'],
  ['administrator', '/admin/privacy?tab=erasures'],
  ['administrator', '/admin/privacy?tab=thresholds'],
  ['coordinator', '/admin/'],
  ['finance', '/admin/'],
  ['analyst', '/admin/'],
  ['funder', '/partner/'],
  ['funder', '/partner/handbook'],
  ['funder', '/partner/impact'],
  ['company', '/partner/people'],
  ['company', '/partner/people/register'],
  ['company', '/partner/people/register?way=list'],
  ['company', '/partner/hours'],
  ['company', '/partner/organisation'],
  ['company', '/partner/organisation', 'Bruno Claes'],
  ['company', '/partner/account'],
];
const LOOKS: readonly (readonly [Locale, 'light' | 'dark', width: number])[] = [
  ['en-GB', 'light', 1280],
  ['fr-BE', 'dark', 1280],
  ['nl-BE', 'light', 390],
];

for (const [who, path, record] of PAGES) {
  for (const [locale, scheme, width] of LOOKS) {
    test(`${who} opens ${path}${record === undefined ? '' : ` and ${record}`} (${locale}, ${scheme}, ${width} px)`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 844 });
      await open(page, who, path, locale);
      if (record !== undefined) {
        // By what is read: signs between two names are not told to who listens.
        await page
          .getByRole('link')
          .and(page.getByText(record, { exact: true }))
          .click();
        await expect(page.locator('h1')).toContainText(record);
      }
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expectAccessible(page);
      await expectNoOverflow(page);
    });
  }
}

for (const portal of ['admin', 'partner']) {
  test(`the sign-in page of ${portal} is accessible and changes its language`, async ({ page }) => {
    await page.goto(`/${portal}/`);
    await page.getByRole('button', { name: 'Nederlands' }).click();
    await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible();
    await expectAccessible(page);
  });
}

test('the first page leads to the portals and to the API', async ({ page }) => {
  await page.goto('/');
  await expectAccessible(page);
  for (const href of ['/impact', '/admin/', '/partner/', '/graphql'])
    await expect(page.locator(`a[href="${href}"]`)).toBeVisible();
});

test('the explorer knows the schema and runs a query for who is signed in', async ({ page }) => {
  await open(page, 'analyst', '/admin/');
  await page.goto('/graphql');
  await expect(page.getByText('POSITIVE_EXIT_RATE').first()).toBeVisible();
  // Its button is there before it does anything.
  await expect(async () => {
    await page.getByRole('button', { name: /execute query/i }).click();
    await expect(page.locator('.result-window')).toContainText('"numerator": 191', { timeout: 3000 });
  }).toPass();
});
