-- Whom companies of some prefectures marked as runner-up, who agreed to be seen until later than now, and who know some of this
-- work. Nobody may read the others' applications and consents, so the database answers, with the owner's eyes, for the company in
-- whose name is asked and for a project of its own: never whoever hides from it, works for it, or applied to it.
CREATE FUNCTION app_runners_up(project uuid, near integer[], wanted text[], at timestamptz, most integer) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT t.id
    FROM consents c
    JOIN applications a ON a.id = c.subject_id AND a.account_id = c.account_id
    JOIN projects marked ON marked.id = a.project_id
    JOIN talents t ON t.id = a.talent_id
    WHERE c.purpose = 'runner-up' AND c.revoked_at IS NULL AND c.until > at
      AND a.runner_up_at IS NOT NULL AND a.declined_at IS NOT NULL AND a.withdrawn_at IS NULL
      AND a.company_id <> app_organisation() AND marked.prefecture = ANY (near)
      AND EXISTS (SELECT 1 FROM projects p WHERE p.id = project AND p.company_id = app_organisation())
      AND EXISTS (SELECT 1 FROM talent_codes k WHERE k.talent_id = t.id AND k.code = ANY (wanted))
      AND app_is_verified(app_organisation()) AND NOT app_is_hidden(t.id, app_organisation())
      AND NOT EXISTS (SELECT 1 FROM memberships m
        WHERE m.account_id = t.account_id AND m.organisation_id = app_organisation() AND m.until IS NULL)
      AND NOT EXISTS (SELECT 1 FROM applications b
        WHERE b.talent_id = t.id AND b.company_id = app_organisation() AND b.sent_at IS NOT NULL)
    GROUP BY t.id ORDER BY max(c.given_at) DESC, t.id LIMIT most $$;
