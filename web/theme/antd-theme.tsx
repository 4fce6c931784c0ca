import { ConfigProvider, type ThemeConfig, theme } from 'antd'
import enUS from 'antd/locale/en_US.js'
import zhCN from 'antd/locale/zh_CN.js'
import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { useLanguage } from '../language.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

function onSchemeChange(listener: () => void) {
  dark.addEventListener('change', listener)
  return () => dark.removeEventListener('change', listener)
}

/** Nonce the server put into this page for the style elements that antd adds. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** The theme of antd, read from `tokens.css` so that colours and measures have one source. */
function themeFromTokens(isDark: boolean): ThemeConfig {
  const styles = getComputedStyle(document.documentElement)
  const token = (name: string) => styles.getPropertyValue(`--${name}`).trim()
  const pixels = (name: string) => Number.parseInt(token(name), 10)
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      // Ink marks what is chosen; the seal is left to the primary button alone.
      colorPrimary: token('ink'),
      colorLink: token('ink'),
      colorLinkHover: token('ink-soft'),
      colorSuccess: token('done'),
      colorWarning: token('due'),
      colorError: token('late'),
      colorInfo: token('ink-soft'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-soft'),
      colorTextTertiary: token('ink-faint'),
      colorTextPlaceholder: token('ink-faint'),
      colorTextDescription: token('ink-soft'),
      colorTextDisabled: token('ink-faint'),
      colorTextLightSolid: token('paper'),
      colorBgBase: token('paper'),
      colorBgContainer: token('sheet'),
      colorBgElevated: token('sheet'),
      colorBgLayout: token('paper'),
      colorBorder: token('rule-strong'),
      colorBorderSecondary: token('rule'),
      colorSplit: token('rule'),
      controlItemBgActive: token('picked'),
      controlItemBgActiveHover: token('picked'),
      controlItemBgHover: token('sunk'),
      fontFamily: token('sans'),
      fontSize: pixels('text'),
      controlHeight: pixels('control'),
      borderRadius: pixels('corner'),
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: {
        colorPrimary: token('seal'),
        colorPrimaryHover: token('seal-pressed'),
        colorPrimaryActive: token('seal-pressed'),
        primaryColor: token('on-seal'),
        primaryShadow: 'none',
        defaultShadow: 'none',
      },
    },
  }
}

/** Dresses whatever antd draws below in ink and paper, in the current language and light. */
export function AntdTheme({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const isDark = useSyncExternalStore(onSchemeChange, () => dark.matches)
  const config = useMemo(() => themeFromTokens(isDark), [isDark])
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={language === 'zh' ? zhCN.default : enUS.default}
      theme={config}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
