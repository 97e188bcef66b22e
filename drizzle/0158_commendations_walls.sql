-- A question whether somebody may be commended to another region is read by whom it asks and by the partner that asks. The other partner
-- reads nothing of it: what it learns comes from the person's consent, through queries that ask the function below.
ALTER TABLE commendations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE commendations FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON commendations USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON commendations USING (app_is_system());
--> statement-breakpoint
CREATE POLICY own ON commendations FOR SELECT USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY own_answer ON commendations FOR UPDATE USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY partner ON commendations FOR SELECT USING (from_partner_id = app_organisation() AND NOT app_is_lending());
--> statement-breakpoint
CREATE POLICY partner_asks ON commendations FOR INSERT
  WITH CHECK (from_partner_id = app_organisation() AND asked_by = app_actor() AND answered_at IS NULL AND NOT app_is_lending());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON commendations TO meguri_app;
--> statement-breakpoint
-- Of what somebody agreed to be told elsewhere only that person reads the row: neither the recipient, nor whoever asked, nor the desk.
CREATE POLICY regions ON consents AS RESTRICTIVE FOR SELECT USING (
  purpose <> 'region' OR current_user <> 'meguri_app' OR app_is_system() OR account_id = app_actor());
--> statement-breakpoint
-- Whether a partner is somebody's employer (`keys`: the keyed hashes by which the partner is known, made by the program), whether that
-- person works there, or whether a firm from which the person hides has to do with it: shown itself to it, let it act, or was referred
-- by it, now or before. Asked of the owner's eyes, because nobody may read the lists themselves.
CREATE FUNCTION app_is_near_employer(account uuid, partner uuid, keys text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (
    SELECT 1 FROM memberships m WHERE m.account_id = account AND m.organisation_id = partner AND m.until IS NULL)
  OR EXISTS (
    SELECT 1 FROM talents t JOIN employer_blocks b ON b.talent_id = t.id
    WHERE t.account_id = account AND b.key_hash = ANY (keys))
  OR EXISTS (
    SELECT 1 FROM talents t
    JOIN employer_blocks b ON b.talent_id = t.id
    JOIN company_keys k ON k.key_hash = b.key_hash
    WHERE t.account_id = account AND (
      EXISTS (SELECT 1 FROM partner_companies c WHERE c.company_id = k.company_id AND c.partner_id = partner)
      OR EXISTS (SELECT 1 FROM mandates c WHERE c.company_id = k.company_id AND c.partner_id = partner)
      OR EXISTS (SELECT 1 FROM referrals c WHERE c.company_id = k.company_id AND c.partner_id = partner))) $$;
