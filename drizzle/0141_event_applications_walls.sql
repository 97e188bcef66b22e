-- Which application began at which event: its person's own. No host and no company reads a row of it.
ALTER TABLE event_applications ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE event_applications FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON event_applications USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON event_applications USING (app_is_system());
--> statement-breakpoint
CREATE POLICY own ON event_applications USING (account_id = app_actor()) WITH CHECK (account_id = app_actor()
  AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id AND a.account_id = app_actor()));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON event_applications TO meguri_app;
--> statement-breakpoint
-- How many people applied from an event's page, and worked after that: in whole fives, so that nobody tells who came or went.
CREATE FUNCTION app_event_begun(event uuid) RETURNS TABLE (applied integer, worked integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ WITH begun AS (
      SELECT count(DISTINCT l.account_id)::int AS applied,
        count(DISTINCT l.account_id) FILTER (WHERE EXISTS (SELECT 1 FROM contracts c
          WHERE c.application_id = l.application_id AND c.sealed_at IS NOT NULL))::int AS worked
      FROM event_applications l JOIN applications a ON a.id = l.application_id
      WHERE l.event_id = event AND a.sent_at IS NOT NULL AND a.withdrawn_at IS NULL AND app_holds_event(event))
    SELECT CASE WHEN applied >= 5 THEN applied - applied % 5 END, CASE WHEN worked >= 5 THEN worked - worked % 5 END FROM begun $$;
