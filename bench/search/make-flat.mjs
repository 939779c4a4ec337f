// node --import tsx make-flat.mjs CORPUS WORK
import { flatten } from './flat.mjs';

const [corpus = '', work = ''] = process.argv.slice(2);
await flatten(corpus, work);
