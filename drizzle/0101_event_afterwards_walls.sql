-- The wall around the tables of 0100. What ways cost is between host and person; answers are read by nobody with whose they are.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['travel_supports', 'event_answers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY host ON travel_supports USING (app_holds_event(event_id));
--> statement-breakpoint
CREATE POLICY own ON travel_supports FOR SELECT USING (EXISTS (
  SELECT 1 FROM registrations r WHERE r.id = registration_id AND r.account_id = app_actor()));
--> statement-breakpoint
-- What was answered, without whose it is, for the host: nothing below five, and while answers still come only whole fives, so
-- that nobody learns one answer as the difference of two looks. The order says nothing of when it came.
CREATE FUNCTION app_event_answers(event uuid, at timestamptz) RETURNS TABLE (useful text, wishes text[], words text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT a.useful, a.wishes, a.words
    FROM (SELECT *, row_number() OVER (ORDER BY answered_at, registration_id) AS place, count(*) OVER () AS total
      FROM event_answers WHERE event_id = event) a
    JOIN events e ON e.id = a.event_id
    WHERE app_holds_event(event) AND a.total >= 5
      AND a.place <= CASE WHEN at > e.ends_at + interval '14 days' THEN a.total ELSE a.total / 5 * 5 END
    ORDER BY md5(a.registration_id::text) $$;
--> statement-breakpoint
-- How many of those who registered applied, or worked, afterwards. A number is told only when five or more did and five or more
-- did not, so that it says nothing of any one of them.
CREATE FUNCTION app_event_results(event uuid) RETURNS TABLE (known integer, applied integer, worked integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ WITH who AS (SELECT DISTINCT r.account_id, e.begins_at FROM registrations r JOIN events e ON e.id = r.event_id
      WHERE r.event_id = event AND r.account_id IS NOT NULL AND r.confirmed_at IS NOT NULL AND app_holds_event(event)),
    counted AS (SELECT count(*)::int AS known,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM applications a
        WHERE a.account_id = who.account_id AND a.sent_at > who.begins_at))::int AS applied,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM contracts c
        WHERE c.account_id = who.account_id AND c.sealed_at > who.begins_at))::int AS worked FROM who)
    SELECT CASE WHEN known >= 5 THEN known END,
      CASE WHEN applied >= 5 AND known - applied >= 5 THEN applied END,
      CASE WHEN worked >= 5 AND known - worked >= 5 THEN worked END FROM counted $$;
