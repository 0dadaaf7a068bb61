package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private final Moments moments = new Moments(
            Clock.fixed(Instant.parse("2026-01-04T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void timesAreInMinutes() {
        assertEquals("today, 09:30", moments.of(Instant.parse("2026-01-04T09:30:17Z")));
        assertEquals("yesterday, 23:59", moments.of(Instant.parse("2026-01-03T23:59:59Z")));
        assertEquals("2 Jan 2026, 00:00", moments.of(Instant.parse("2026-01-02T00:00:00Z")));
    }

    @Test
    void onlyThoseOfOneMinuteHaveTheirSeconds() {
        List<Instant> listed = List.of(Instant.parse("2026-01-04T09:31:00Z"), Instant.parse("2026-01-04T09:30:41Z"),
                Instant.parse("2026-01-04T09:30:07Z"), Instant.parse("2026-01-03T09:30:07Z"));
        assertEquals(List.of("today, 09:31", "today, 09:30:41", "today, 09:30:07", "yesterday, 09:30"),
                listed.stream().map(each -> moments.of(each, listed)).toList());
    }

    @Test
    void onlyThoseOfOneSecondHaveThousandths() {
        List<Instant> listed = List.of(Instant.parse("2026-01-04T09:30:41.902Z"),
                Instant.parse("2026-01-04T09:30:41.004Z"), Instant.parse("2026-01-04T09:30:07Z"));
        assertEquals(List.of("today, 09:30:41.902", "today, 09:30:41.004", "today, 09:30:07"),
                listed.stream().map(each -> moments.of(each, listed)).toList());
    }
}
