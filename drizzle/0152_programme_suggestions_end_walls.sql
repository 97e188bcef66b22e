-- What a partner suggested is the partner's to read and to write as long as the company shows itself to it: asked of the same wall
-- as everything else of partners, so that taking a consent back, or its last day, ends this too.
ALTER POLICY partner ON programme_suggestions USING (
  NOT app_is_lending() AND app_is_shown(app_organisation(), company_id)
  AND EXISTS (SELECT 1 FROM programmes g WHERE g.id = programme_id AND g.partner_id = app_organisation()));
