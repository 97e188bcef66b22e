-- While answers come, the last five and more of them wait: what came after the last look, also when the two weeks are over, is never of few.
CREATE OR REPLACE FUNCTION app_event_answers(event uuid, at timestamptz) RETURNS TABLE (useful text, wishes text[], words text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT a.useful, a.wishes, a.words
    FROM (SELECT *, row_number() OVER (ORDER BY answered_at, registration_id) AS place, count(*) OVER () AS total
      FROM event_answers WHERE event_id = event) a
    JOIN events e ON e.id = a.event_id
    WHERE app_holds_event(event) AND a.total >= 5
      AND a.place <= CASE WHEN at > e.ends_at + interval '14 days' THEN a.total ELSE (a.total / 5 - 1) * 5 END
    ORDER BY md5(a.registration_id::text) $$;
--> statement-breakpoint
-- Once names went, nobody knows who came to two events: so many people at least as came to the largest of them.
CREATE OR REPLACE FUNCTION app_programme_attendees(programme uuid, until timestamptz) RETURNS TABLE (attendees integer, people integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT coalesce(sum(at_each.n), 0)::integer, coalesce(max(at_each.n), 0)::integer FROM (SELECT count(*) AS n
    FROM programmes g
    JOIN events e ON e.partner_id = g.partner_id AND e.called_off_at IS NULL AND e.published_at IS NOT NULL
      AND coalesce(e.programme_id, g.id) = g.id
      AND (e.begins_at AT TIME ZONE 'Asia/Tokyo')::date BETWEEN g.first_day AND g.last_day
    JOIN registrations r ON r.event_id = e.id AND r.checked_in_at <= until
    WHERE g.id = programme GROUP BY e.id) at_each $$;
--> statement-breakpoint
-- Who went on afterwards: in whole fives, so that nobody who applied today is what the number grew by.
CREATE OR REPLACE FUNCTION app_event_results(event uuid) RETURNS TABLE (known integer, applied integer, worked integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ WITH who AS (SELECT DISTINCT r.account_id, e.begins_at FROM registrations r JOIN events e ON e.id = r.event_id
      WHERE r.event_id = event AND r.account_id IS NOT NULL AND r.confirmed_at IS NOT NULL AND app_holds_event(event)),
    counted AS (SELECT count(*)::int AS known,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM applications a
        WHERE a.account_id = who.account_id AND a.sent_at > who.begins_at))::int AS applied,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM contracts c
        WHERE c.account_id = who.account_id AND c.sealed_at > who.begins_at))::int AS worked FROM who)
    SELECT CASE WHEN known >= 5 THEN known END,
      CASE WHEN applied >= 5 AND known - applied >= 5 THEN applied - applied % 5 END,
      CASE WHEN worked >= 5 AND known - worked >= 5 THEN worked - worked % 5 END FROM counted $$;
