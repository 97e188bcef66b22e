-- What an event is about: read by whoever reads the event, said by its host.
ALTER TABLE event_projects ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE event_projects FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON event_projects USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON event_projects USING (app_is_system());
--> statement-breakpoint
CREATE POLICY with_event ON event_projects FOR SELECT USING (EXISTS (SELECT 1 FROM events e WHERE e.id = event_id));
--> statement-breakpoint
CREATE POLICY host ON event_projects USING (app_holds_event(event_id));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON event_projects TO meguri_app;
