"""What went wrong, where, and what would be right: ``google.rpc.Status`` as an exception."""

from __future__ import annotations

import grpc
from google.rpc import error_details_pb2, status_pb2

_STATUS = "grpc-status-details-bin"


class Problem(Exception):
    """A service refused or failed.

    :ivar reason: stable name, e.g. ``BAD_REQUEST``
    :ivar remedy: what would be right, or the next step
    :ivar faults: what is wrong with which field, by field
    :ivar facts: every value of the text, by name
    :ivar code: the gRPC status code
    """

    def __init__(self, what: str, code: str, reason: str = "", remedy: str = "", faults=None, facts=None):
        self.code, self.reason, self.remedy = code, reason, remedy
        self.faults, self.facts = dict(faults or {}), dict(facts or {})
        lines = [what, *(f"{field}: {fault}" for field, fault in self.faults.items())]
        if remedy and not self.faults:
            lines.append(remedy)
        super().__init__("\n".join(lines))

    @classmethod
    def of(cls, error: grpc.RpcError) -> Problem:
        """The problem that a failed call tells of."""
        code = error.code().name
        for key, value in error.trailing_metadata() or ():
            if key == _STATUS:
                return cls._of_status(status_pb2.Status.FromString(value), code)
        return cls(error.details() or code, code)

    @classmethod
    def _of_status(cls, status, code: str) -> Problem:
        info, bad = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
        for detail in status.details:
            detail.Unpack(info)
            detail.Unpack(bad)
        facts = dict(info.metadata)
        remedy = facts.pop("remedy", "")
        faults = {v.field: v.description for v in bad.field_violations}
        return cls(status.message, code, info.reason, remedy, faults, facts)
