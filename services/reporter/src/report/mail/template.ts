import mjml2html from 'mjml';

/**
 * The mail in MJML. `{{name}}` is a slot for escaped text; what stands between `each` and `end` is repeated.
 * It is compiled once, before anything read is put in, so that nothing read can be taken for MJML.
 */
const SOURCE = `
<mjml lang="en" dir="ltr">
  <mj-head>
    <mj-title>CIS scan report</mj-title>
    <mj-preview>The report of request {{requestId}} is ready.</mj-preview>
    <mj-attributes>
      <mj-all font-family="system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
      <mj-text font-size="15px" line-height="1.5" color="#1c2127" padding="4px 24px" />
      <mj-section background-color="#ffffff" padding="8px 0" />
      <mj-table font-size="14px" line-height="1.5" color="#1c2127" padding="4px 24px" />
      <mj-class name="muted" color="#535c66" font-size="13px" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f2f4f6" width="600px">
    <mj-section padding="24px 0 8px">
      <mj-column>
        <mj-text font-size="22px" font-weight="600">CIS scan report</mj-text>
        <mj-text mj-class="muted">Request {{requestId}} · asked {{createdAt}}</mj-text>
      </mj-column>
    </mj-section>
    <mj-raw><!-- each:target --></mj-raw>
    <mj-section>
      <mj-column>
        <mj-divider border-width="1px" border-color="#d9dee4" padding="4px 24px 12px" />
        <mj-text font-size="17px" font-weight="600">{{target}}</mj-text>
        <mj-text mj-class="muted">{{about}}</mj-text>
      </mj-column>
    </mj-section>
    <mj-raw><!-- each:error --></mj-raw>
    <mj-section>
      <mj-column>
        <mj-text color="#9b1426">{{error}}</mj-text>
      </mj-column>
    </mj-section>
    <mj-raw><!-- end:error --></mj-raw>
    <mj-raw><!-- each:benchmark --></mj-raw>
    <mj-section>
      <mj-column>
        <mj-text font-weight="600">{{benchmark}}</mj-text>
        <mj-table>
          <tr>
            <td style="width:50%;vertical-align:top">Score<br /><span style="font-size:26px;font-weight:600;line-height:1.3">{{score}}</span><br /><span style="color:#535c66;font-size:13px">{{scoreWords}}</span></td>
            <td style="vertical-align:top">Coverage<br /><span style="font-size:26px;font-weight:600;line-height:1.3">{{coverage}}</span><br /><span style="color:#535c66;font-size:13px">{{coverageWords}}</span></td>
          </tr>
        </mj-table>
        <mj-text>{{counts}}</mj-text>
        <mj-text mj-class="muted">{{worstHead}}</mj-text>
        <mj-table>
          <!-- each:worst -->
          <tr>
            <td style="width:52px;vertical-align:top;color:#535c66">{{control}}</td>
            <td style="vertical-align:top">{{title}}</td>
            <td style="width:120px;vertical-align:top;text-align:right;color:#9b1426">{{failing}}</td>
          </tr>
          <!-- end:worst -->
        </mj-table>
      </mj-column>
    </mj-section>
    <mj-raw><!-- end:benchmark --></mj-raw>
    <mj-raw><!-- end:target --></mj-raw>
    <mj-raw><!-- each:more --></mj-raw>
    <mj-section>
      <mj-column>
        <mj-text>{{more}}</mj-text>
      </mj-column>
    </mj-section>
    <mj-raw><!-- end:more --></mj-raw>
    <mj-section>
      <mj-column>
        <mj-divider border-width="1px" border-color="#d9dee4" padding="4px 24px 12px" />
        <mj-text>{{where}}</mj-text>
      </mj-column>
    </mj-section>
    <mj-raw><!-- each:link --></mj-raw>
    <mj-section padding="0">
      <mj-column>
        <mj-text><a href="{{url}}" style="color:#0b5394">{{name}}</a></mj-text>
      </mj-column>
    </mj-section>
    <mj-raw><!-- end:link --></mj-raw>
    <mj-section padding="8px 0 24px">
      <mj-column>
        <mj-text mj-class="muted">{{footer}}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;

/** The compiled mail: HTML with the slots and the repeated blocks still in it. */
export const TEMPLATE: string = (await mjml2html(SOURCE, { fonts: {}, validationLevel: 'strict', keepComments: true }))
  .html;
