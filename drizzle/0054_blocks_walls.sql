-- The wall around blocks: the side that closed the ways between the two reads its own rows, the other side none.
ALTER TABLE blocks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE blocks FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON blocks USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON blocks USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON blocks TO meguri_app;
--> statement-breakpoint
CREATE POLICY own ON blocks USING (
  (side = 'talent' AND account_id = app_actor()) OR (side = 'company' AND company_id = app_organisation()));
--> statement-breakpoint
-- whoever closed, neither is shown to the other: what asks whether a person is hidden (lists, proposals, applications,
-- questions, alerts) asks this too
CREATE OR REPLACE FUNCTION app_is_hidden(talent uuid, organisation uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (
    SELECT 1 FROM employer_blocks b JOIN company_keys k ON k.key_hash = b.key_hash
    WHERE b.talent_id = talent AND k.company_id = organisation)
  OR EXISTS (
    SELECT 1 FROM blocks b WHERE b.talent_id = talent AND b.company_id = organisation AND b.lifted_at IS NULL) $$;
--> statement-breakpoint
CREATE FUNCTION app_is_turned_away(talent uuid, company uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM blocks b
    WHERE b.talent_id = talent AND b.company_id = company AND b.side = 'company' AND b.lifted_at IS NULL) $$;
--> statement-breakpoint
-- does anything more go through this thread? Told to its two sides without telling who closed it
CREATE FUNCTION app_thread_closed(application uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT 'closed' FROM applications a
    WHERE a.id = application
      AND (a.account_id = app_actor() OR a.company_id = app_organisation() OR app_is_system())
      AND EXISTS (SELECT 1 FROM blocks b
        WHERE b.talent_id = a.talent_id AND b.company_id = a.company_id AND b.lifted_at IS NULL) $$;
--> statement-breakpoint
CREATE POLICY open_thread ON messages AS RESTRICTIVE FOR INSERT
  WITH CHECK (current_user <> 'meguri_app' OR app_thread_closed(application_id) IS NULL);
