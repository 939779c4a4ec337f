// The start of an event in the zone of the reader's device, below the event's own. Nothing is sent anywhere.
for (const time of document.querySelectorAll('time[data-local-time]')) {
  const row = time.closest('dl')?.querySelector('[data-local-time-row]');
  const place = row?.querySelector('dd');
  const at = new Date(time.getAttribute('datetime') ?? '');
  if (!row || !place || Number.isNaN(at.getTime())) continue;
  const locale = document.documentElement.lang === 'es' ? 'es-419' : 'en-US';
  const here = at.toLocaleString(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short'
  });
  if (here === time.textContent?.trim()) continue;
  place.textContent = here;
  row.removeAttribute('hidden');
}
