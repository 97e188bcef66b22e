-- The wall around reports: whoever told reads what they told, the desk reads all, the other side nothing.
ALTER TABLE reports ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reports FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON reports USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON reports USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON reports TO meguri_app;
--> statement-breakpoint
CREATE POLICY own ON reports FOR SELECT USING (
  (side = 'talent' AND account_id = app_actor()) OR (side = 'company' AND company_id = app_organisation()));
--> statement-breakpoint
CREATE POLICY tell ON reports FOR INSERT WITH CHECK (reporter_id = app_actor() AND opened_at IS NULL AND decided_at IS NULL
  AND ((side = 'talent' AND account_id = app_actor()) OR (side = 'company' AND company_id = app_organisation())));
--> statement-breakpoint
CREATE POLICY desk ON reports FOR SELECT USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY decide ON reports FOR UPDATE USING (app_is_desk());
--> statement-breakpoint
-- secrecy of communications: at the desk a message is read by whoever opened a report of it, and by nobody else; of a thread
-- that was told of, what stood in it then
CREATE POLICY reported ON messages FOR SELECT USING (
  app_power() IN ('operator', 'administrator') AND EXISTS (
    SELECT 1 FROM reports r
    WHERE r.application_id = messages.application_id AND r.opened_by = app_actor()
      AND (r.message_id = messages.id OR (r.message_id IS NULL AND messages.sent_at <= r.created_at))));
--> statement-breakpoint
CREATE POLICY reported ON attachments FOR SELECT USING (
  app_power() IN ('operator', 'administrator') AND EXISTS (SELECT 1 FROM messages m WHERE m.id = message_id));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app_thread_closed(application uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT CASE
      WHEN EXISTS (SELECT 1 FROM reports r
        WHERE r.application_id = a.id AND r.decision = 'frozen' AND r.thawed_at IS NULL) THEN 'frozen'
      WHEN EXISTS (SELECT 1 FROM blocks b
        WHERE b.talent_id = a.talent_id AND b.company_id = a.company_id AND b.lifted_at IS NULL) THEN 'closed' END
    FROM applications a
    WHERE a.id = application
      AND (a.account_id = app_actor() OR a.company_id = app_organisation() OR app_is_system()) $$;
