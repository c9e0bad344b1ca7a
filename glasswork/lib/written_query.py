"""Queries that are asked again and again: Django writes each once, and later runs only bind other values.

Putting a query together and writing it takes Django longer than the database takes to answer it
(`docs/decisions/0011`).
The SQL is Django's own, and every value is bound by the database.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression
from django.db.models.sql.compiler import SQLCompiler

type Value = UUID | bytes | date
type SQL = tuple[str, tuple[Any, ...]]

MOST_SHAPES = 200  # on one connection, of all queries; then they are written anew
COLUMNS: "dict[type, models.Field[Any, Any]]" = {
    UUID: models.UUIDField(),
    bytes: models.BinaryField(),
    date: models.DateField(),
    datetime: models.DateTimeField(),
}


class Blank(Expression):
    """Stands where a value will be bound: which one, by the number of its list and its place in it."""

    def __init__(self, values: int, place: int) -> None:
        super().__init__(output_field=models.Field())
        self.values, self.place = values, place

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> SQL:
        return "%s", (self,)


class WrittenQuery[Row]:
    """``make`` gets a list of blanks for each list of values, and gives the query that they are to fill."""

    def __init__(self, make: "Callable[..., models.QuerySet[Any, Row]]") -> None:
        self._make = make

    def rows(self, *values: Sequence[Value]) -> list[Row]:
        """What the query finds with these values. It is written once for each number of values in each list."""
        connection = connections[DEFAULT_DB_ALIAS]
        written: dict[Any, _Written[Row]] = vars(connection).setdefault("glasswork_written", {})
        shape = (self, *map(len, values))
        if shape not in written:
            if len(written) >= MOST_SHAPES:
                written.clear()
            blanks = ([Blank(n, place) for place in range(len(some))] for n, some in enumerate(values))
            written[shape] = _Written(self._make(*blanks), connection)
        return written[shape].rows(values)


class _Written[Row]:
    """A query as one connection writes it."""

    def __init__(self, queryset: "models.QuerySet[Any, Row]", connection: BaseDatabaseWrapper) -> None:
        compiler = _Compiler(queryset.query, connection, DEFAULT_DB_ALIAS)
        self._sql, self._params = compiler.as_sql()
        queryset.query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]
        self._queryset, self._compiler, self._connection = queryset, compiler, connection
        self._iterable: Any = queryset._iterable_class

    def rows(self, values: Sequence[Sequence[Value]]) -> list[Row]:
        """Each time from the database: a queryset itself would remember what it found before."""
        self._compiler.bound = self._sql, tuple(self._filled(param, values) for param in self._params)
        found: Iterable[Row] = self._iterable(self._queryset)
        try:
            return list(found)
        finally:
            self._compiler.bound = None  # nothing of one request stays for the next

    def _filled(self, param: Any, values: Sequence[Sequence[Value]]) -> Any:
        if not isinstance(param, Blank):
            return param
        value = values[param.values][param.place]
        return COLUMNS[type(value)].get_db_prep_value(value, self._connection)


class _Compiler(SQLCompiler):
    """Writes once; afterwards it has its words already."""

    bound: SQL | None = None

    def as_sql(self, with_limits: bool = True, with_col_aliases: bool = False) -> SQL:
        return self.bound or super().as_sql(with_limits, with_col_aliases)
