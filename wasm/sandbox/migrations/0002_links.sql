CREATE TABLE links (
  id TEXT PRIMARY KEY,
  fragment TEXT NOT NULL
);
