-- The wall around the table before it: the desk's own. A company never learns that somebody else was a runner-up elsewhere.
ALTER TABLE suggested_runners_up ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE suggested_runners_up FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON suggested_runners_up USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON suggested_runners_up USING (app_is_system());
--> statement-breakpoint
CREATE POLICY desk ON suggested_runners_up USING (app_is_desk());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON suggested_runners_up TO meguri_app;
--> statement-breakpoint
-- Whom `app_runners_up` would answer to the companies of these projects, for the desk: pairs of a project and a person who agreed,
-- with the work that they share. `asked`: [{"project", "near": prefectures, "wanted": job codes}].
CREATE FUNCTION app_runner_up_pairs(asked jsonb, at timestamptz, most integer)
  RETURNS TABLE (project_id uuid, talent_id uuid, codes text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT project, talent, codes FROM (
    SELECT q.project, t.id AS talent, array_agg(DISTINCT k.code) AS codes,
        row_number() OVER (PARTITION BY q.project ORDER BY max(c.given_at) DESC, t.id) AS place
      FROM consents c
      JOIN applications a ON a.id = c.subject_id AND a.account_id = c.account_id
      JOIN projects marked ON marked.id = a.project_id
      JOIN talents t ON t.id = a.talent_id
      JOIN jsonb_to_recordset(asked) AS q(project uuid, near integer[], wanted text[]) ON marked.prefecture = ANY (q.near)
      JOIN projects p ON p.id = q.project AND p.company_id <> a.company_id
      JOIN talent_codes k ON k.talent_id = t.id AND k.code = ANY (q.wanted)
      WHERE app_is_desk() AND c.purpose = 'runner-up' AND c.revoked_at IS NULL AND c.until > at
        AND a.runner_up_at IS NOT NULL AND a.declined_at IS NOT NULL AND a.withdrawn_at IS NULL
        AND t.published_at IS NOT NULL AND t.hidden_at IS NULL
        AND app_is_verified(p.company_id) AND NOT app_is_hidden(t.id, p.company_id)
        AND NOT EXISTS (SELECT 1 FROM memberships m
          WHERE m.account_id = t.account_id AND m.organisation_id = p.company_id AND m.until IS NULL)
        AND NOT EXISTS (SELECT 1 FROM applications b
          WHERE b.talent_id = t.id AND b.company_id = p.company_id AND b.sent_at IS NOT NULL)
      GROUP BY q.project, t.id) AS found
    WHERE place <= most $$;
