import { Suggestions } from '#lib/components/search/suggestions.ts';

const input = document.getElementById('q');
const list = document.getElementById('suggestions');
const status = document.getElementById('suggestions-status');
if (input instanceof HTMLInputElement && list && status) new Suggestions(input, list, status);
