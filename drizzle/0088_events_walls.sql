-- The wall around the tables of 0087. What is published is for everybody; a draft is for whoever holds the event. A
-- registration is its person's: beside them only the host reads it. No company reads one, whoever it employs.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['events', 'registrations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY read_published ON events FOR SELECT USING (published_at IS NOT NULL);
--> statement-breakpoint
CREATE POLICY host ON events USING (partner_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON events USING (app_is_desk() AND partner_id IS NULL);
--> statement-breakpoint
CREATE FUNCTION app_holds_event(event uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM events e WHERE e.id = event
      AND (e.partner_id = app_organisation() OR (e.partner_id IS NULL AND app_is_desk()))) $$;
--> statement-breakpoint
CREATE POLICY host ON registrations USING (app_holds_event(event_id));
--> statement-breakpoint
CREATE POLICY own ON registrations FOR SELECT USING (
  account_id = app_actor() OR email = (SELECT a.email FROM accounts a WHERE a.id = app_actor()));
