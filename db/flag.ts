/** How SQLite holds yes and no; `true` and `false` are refused at its border. */
export type Flag = 0 | 1;
