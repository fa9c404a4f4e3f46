import { join } from 'node:path';
import { hostFolder } from '../install';

/** A few small articles of ours: one event told twice, a fire, a hostile text and three non-articles. */
export const articles = join(hostFolder, 'articles');
