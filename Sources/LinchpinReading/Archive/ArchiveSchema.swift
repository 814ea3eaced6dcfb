/// The tables of an archive, and the views through which people read them.
///
/// What repeats from date to date stands once: an answer (to one question, of whatever domain), a
/// record (the answers of one domain), a name, an organisation, a list. A snapshot is then one short
/// row a domain. Observations only: whose host it is, nobody asked yet.
enum ArchiveSchema {
  /// `PRAGMA application_id`: “LNCH”.
  static let applicationID: Int32 = 0x4C4E_4348
  /// `PRAGMA user_version`: raised when an older program could misread the tables.
  static let version = 2
  /// The oldest program that reads this version; stored, so that older ones can name it.
  static let readableSince = "0.1.0"

  static let tables = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE snapshots (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, measuredFrom TEXT, measuredTo TEXT,
      zone TEXT, list INTEGER NOT NULL, domains INTEGER NOT NULL, organisations INTEGER NOT NULL,
      hash TEXT NOT NULL);
    CREATE TABLE files (
      snapshot INTEGER NOT NULL, number INTEGER NOT NULL, path TEXT NOT NULL, format TEXT NOT NULL,
      sha256 TEXT NOT NULL, records INTEGER NOT NULL, PRIMARY KEY (snapshot, number)) WITHOUT ROWID;
    CREATE TABLE findings (
      snapshot INTEGER NOT NULL, number INTEGER NOT NULL, severity TEXT NOT NULL,
      code TEXT NOT NULL, file INTEGER NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
      message TEXT NOT NULL, hint TEXT NOT NULL, PRIMARY KEY (snapshot, number)) WITHOUT ROWID;

    CREATE TABLE domains (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE organisations (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, sector TEXT NOT NULL,
      country TEXT NOT NULL, region TEXT NOT NULL, weight REAL NOT NULL,
      sharedServiceOf TEXT NOT NULL);
    CREATE TABLE lists (id INTEGER PRIMARY KEY, hash TEXT NOT NULL);
    CREATE TABLE listed (
      list INTEGER NOT NULL, domain TEXT NOT NULL, organisation INTEGER NOT NULL,
      PRIMARY KEY (list, domain, organisation)) WITHOUT ROWID;

    CREATE TABLE answers (
      id INTEGER PRIMARY KEY, question TEXT NOT NULL, status TEXT NOT NULL, facts TEXT NOT NULL);
    CREATE TABLE places (id INTEGER PRIMARY KEY, offsets TEXT NOT NULL);
    CREATE TABLE records (
      id INTEGER PRIMARY KEY, mx INTEGER, ns INTEGER, address INTEGER, cname INTEGER, spf INTEGER,
      dkim INTEGER, autodiscover INTEGER, txt INTEGER, tenant INTEGER, application INTEGER,
      places INTEGER, soa INTEGER, caa INTEGER, certificate INTEGER, wildcard INTEGER);
    CREATE TABLE measurements (
      snapshot INTEGER NOT NULL, domain INTEGER NOT NULL, record INTEGER NOT NULL,
      organisation INTEGER, file INTEGER NOT NULL, line INTEGER NOT NULL,
      PRIMARY KEY (snapshot, domain)) WITHOUT ROWID;
    CREATE TABLE hostAddresses (
      snapshot INTEGER NOT NULL, number INTEGER NOT NULL, host TEXT NOT NULL, address TEXT NOT NULL,
      asn INTEGER, file INTEGER NOT NULL, line INTEGER NOT NULL,
      PRIMARY KEY (snapshot, number)) WITHOUT ROWID;
    CREATE TABLE hostAliases (
      snapshot INTEGER NOT NULL, host TEXT NOT NULL, target TEXT NOT NULL,
      PRIMARY KEY (snapshot, host)) WITHOUT ROWID;
    """

  static let views = """
    -- Every answer of every domain at every date, in words.
    CREATE VIEW observations AS
      SELECT s.name AS snapshot, COALESCE(o.name, lo.name, d.name) AS organisation,
        d.name AS domain, a.question, a.status, a.facts,
        f.path || ':' || m.line AS source
      FROM measurements m
      JOIN snapshots s ON s.id = m.snapshot
      JOIN domains d ON d.id = m.domain
      JOIN records r ON r.id = m.record
      JOIN answers a ON a.id IN (r.mx, r.ns, r.address, r.cname, r.spf, r.dkim, r.autodiscover,
        r.txt, r.tenant, r.application, r.soa, r.caa, r.certificate, r.wildcard)
      JOIN files f ON f.snapshot = m.snapshot AND f.number = m.file
      LEFT JOIN organisations o ON o.id = m.organisation
      LEFT JOIN listed l ON m.organisation IS NULL AND l.list = s.list AND l.domain = d.name
      LEFT JOIN organisations lo ON lo.id = l.organisation;
    -- What a domain answered otherwise than at the date before.
    CREATE VIEW changes AS
      SELECT snapshot, organisation, domain, question, statusBefore, factsBefore, status, facts
      FROM (SELECT *, LAG(status) OVER w AS statusBefore, LAG(facts) OVER w AS factsBefore
        FROM observations WINDOW w AS (PARTITION BY domain, question ORDER BY snapshot))
      WHERE statusBefore IS NOT NULL AND (status <> statusBefore OR facts <> factsBefore);
    -- What was asked at which date, and how it was answered.
    CREATE VIEW coverage AS
      SELECT snapshot, question, status, COUNT(*) AS domains FROM observations
      GROUP BY snapshot, question, status;
    """

  /// What version 1 had not: four more questions, and views that show them.
  static let upgrade = """
    ALTER TABLE records ADD COLUMN soa INTEGER;
    ALTER TABLE records ADD COLUMN caa INTEGER;
    ALTER TABLE records ADD COLUMN certificate INTEGER;
    ALTER TABLE records ADD COLUMN wildcard INTEGER;
    DROP VIEW coverage;
    DROP VIEW changes;
    DROP VIEW observations;
    PRAGMA user_version = 2;
    """
}
