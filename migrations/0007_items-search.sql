-- drizzle-kit knows no virtual tables: this one is kept by hand, one row an item, by its `seq`.
-- `place` is the unit as a single word, `exact` the text with its diacritics, `plain` without.
CREATE VIRTUAL TABLE `items_fts` USING fts5(place, exact, plain, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
