"""What only the lecturer may ask for: her page, what she does with the room, and the counts."""

from course.interface.words import say
from course.live import asked, kept
from course.live.replies import COOKIE, RefusalError, Reply, read_json

__all__ = ["Counts", "Desk", "Doing"]

_DOES = ("close", "reopen", "talk", "again", "show", "rest", "end")


class _Lecturers(Reply):
    """What only the lecturer may ask for."""

    def prepare(self):
        super().prepare()
        self.check_lecturer()


class Desk(_Lecturers):
    """Her page. The key moves from its address into a cookie, so that no screen shows it."""

    def get(self):
        if self.get_query_argument("key", ""):
            key = self.running.head["key"]
            self.set_cookie(
                COOKIE,
                key,
                path=f"{self.house.where.base}lecturer",
                httponly=True,
                samesite="Strict",
            )
            return self.redirect("lecturer")
        return self.finish(
            self.page(
                "live_lecturer.html",
                title=say("live.lecturer"),
                groups=asked.groups(),
                plans=asked.plans(),
                everything=asked.everything(),
                part_of=asked.part_of,
                reasons=asked.reasons,
                word=self.running.word,
            )
        )


class Doing(_Lecturers):
    """What she does with the room."""

    def post(self):
        sent = read_json(self)
        what = sent.get("event")
        if what == "ask":
            self.event({"event": "ask", "question": sent.get("question")})
        elif what in _DOES:
            self.event({"event": what})
        else:
            raise RefusalError(400, "live.no_such_thing")
        self.told(self.for_lecturer())


class Counts(_Lecturers):
    """The counts so far, as a page or as CSV."""

    def get(self, ending):
        running = self.running
        if ending:
            self.set_header("Content-Type", "text/csv; charset=utf-8")
            self.set_header(
                "Content-Disposition", f'attachment; filename="counts-{running.word}.csv"'
            )
            return self.finish("\ufeff" + kept.table(running.room))
        return self.finish(kept.page(running.room, running.word, base=self.house.where.base))
