import GRDB
import GRDBSQLite
import LinchpinCore

/// The rows of a query by SQLite's own functions: where millions pass, a general-purpose row costs
/// more than what it carries.
struct ArchiveCursor {
  private let db: Database
  /// Keeps the prepared query alive.
  private let statement: Statement

  /// - Parameter number: what stands for `?` in the query, if anything does.
  init(_ db: Database, _ query: String, _ number: Int? = nil) throws {
    self.db = db
    statement = try db.makeStatement(sql: query)
    if let number { sqlite3_bind_int64(statement.sqliteStatement, 1, Int64(number)) }
  }

  /// Goes to the next row; false behind the last one.
  func next() throws -> Bool {
    let code = sqlite3_step(statement.sqliteStatement)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) })
  }

  /// A whole number; 0 for NULL.
  func integer(_ column: Int32) -> Int {
    Int(sqlite3_column_int64(statement.sqliteStatement, column))
  }

  func number(_ column: Int32) -> Double {
    sqlite3_column_double(statement.sqliteStatement, column)
  }

  /// A text, or a null of no bytes; valid until the next row.
  func bytes(_ column: Int32) -> Bytes {
    let start = sqlite3_column_text(statement.sqliteStatement, column)
    return Bytes(
      start: start, count: Int(sqlite3_column_bytes(statement.sqliteStatement, column)))
  }
}
