CREATE TABLE tenants (
  id TEXT PRIMARY KEY,
  expires INTEGER NOT NULL -- seconds since 1970
);

CREATE TABLE tokens (
  hash TEXT PRIMARY KEY, -- SHA-256 of the token, in hexadecimal
  tenant TEXT NOT NULL,
  scope TEXT NOT NULL -- names, with a space between them (RFC 6749, section 3.3)
);

CREATE INDEX tokens_of_tenant ON tokens (tenant);
CREATE INDEX tenants_by_end ON tenants (expires);

CREATE TABLE users (
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  profile TEXT NOT NULL, -- the JSON, byte for byte
  version INTEGER NOT NULL,
  PRIMARY KEY (tenant, id)
);
